import type { Page } from '@playwright/test';
import { expect, test } from './watched';
import { address } from './write';

const range = (page: Page): Promise<string> => page.locator('.range').innerText();

test('the keyboard zooms and moves all time series together, and 0 shows the whole run', async ({ page }) => {
  await page.goto(address('dumbbell'));
  const chart = page.locator('#links .plot').first();
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('canvas')).toBeVisible();
  await chart.focus();
  const whole = await range(page);
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  expect(await range(page)).not.toBe(whole);
  await page.keyboard.press('0');
  expect(await range(page)).toBe(whole);
});

test('dragging over a chart zooms, and a double click shows the whole run', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address('dumbbell'));
  const over = page.locator('#links .u-over').first();
  await page.locator('#links').scrollIntoViewIfNeeded();
  await over.scrollIntoViewIfNeeded();
  const whole = await range(page), box = (await over.boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 500, box.y + 60, { steps: 5 });
  await page.mouse.up();
  expect(await range(page)).not.toBe(whole);
  await page.mouse.dblclick(box.x + 300, box.y + 60);
  expect(await range(page)).toBe(whole);
});

test('arrow keys and Enter choose a link in the picture, which shows its figures', async ({ page }) => {
  await page.goto(address('dumbbell'));
  const picture = page.locator('.picture');
  await picture.scrollIntoViewIfNeeded();
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('#topology .card h3')).toContainText('bottleneck');
  await expect(page.locator('#topology .card figure').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#topology .card')).toHaveCount(0);
});

test('every control is reached with the tabulator', async ({ page }) => {
  await page.goto(address('pair'));
  const wanted = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button:not(:disabled), select, input:not(:disabled), summary, [tabindex="0"], a[href]')].filter((element) => element.checkVisibility()).length);
  const reached = new Set<string>();
  for (let press = 0; press < wanted + 20; press++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => {
      const element = document.activeElement as HTMLElement & { seen?: string };
      element.seen ??= String(Math.random());
      return element.seen;
    }));
  }
  expect(reached.size).toBeGreaterThanOrEqual(wanted);
});

test('a lost packet leads to its place in the ladder', async ({ page }) => {
  await page.goto(address('pair'));
  await page.getByRole('button', { name: /Show the loss at/ }).nth(3).click();
  await expect(page.locator('.ladder .marked.lost')).toHaveCount(1);
});

test('the command is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address('pair'));
  await page.getByRole('button', { name: 'Copy the command' }).first().click();
  await expect(page.locator('.said').first()).toContainText('copied');
});

test('on paper charts are there and controls are not', async ({ page }) => {
  await page.goto(address('dumbbell'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('nav.sections')).toBeHidden();
  await expect(page.locator('#links .plot canvas').first()).toBeVisible();
  await expect(page.locator('.only-print')).toBeVisible();
  expect(await page.locator('.only-print').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(200);
  await page.pdf({ path: '../artifacts/web/shots/dumbbell.pdf', format: 'A4' });
});

test('marking a part of an axis narrows the table of points', async ({ page }) => {
  await page.goto(address('grid'));
  await page.locator('#parallel').scrollIntoViewIfNeeded();
  const axis = page.getByRole('slider').first();
  await axis.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#parallel [role=status]').last()).toContainText('of 125 points pass');
  await expect(page.locator('#points')).toContainText('as narrowed above');
  await page.keyboard.press('Escape');
  await expect(page.locator('#points')).not.toContainText('as narrowed above');
});

test('a run offers its command, and its report where it can be had', async ({ page }) => {
  await page.goto(address('single'));
  await page.getByRole('button', { name: /runs of point 2$/ }).click();
  await expect(page.locator('#point')).toContainText("wavetank run 'examples/dumb bell/lab.yaml' --set links.bottleneck.queue=codel --seed 1 --out point-2-seed-1");
  await expect(page.getByRole('link', { name: 'Open the report of point 2, seed 1' })).toHaveAttribute('href', 'http://127.0.0.1:8080/run?point=2&seed=1');
});

test('a page of a thousand connections opens at once', async ({ page }) => {
  const begin = Date.now();
  await page.goto(address('many'));
  await expect(page.locator('#run h1')).toBeVisible();
  expect(Date.now() - begin).toBeLessThan(5000);
});
