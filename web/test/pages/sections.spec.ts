import * as reports from '../fixtures/reports';
import * as sweeps from '../fixtures/sweeps';
import { expect, test } from './watched';
import { address } from './write';

const reportSections = ['expectations', 'topology', 'links', 'connections', 'sequence', 'ladder', 'distributions', 'drops', 'faults', 'applications'];
const sweepSections = ['heatmap', 'curves', 'parallel', 'points', 'failures'];

for (const [name, sections] of [...Object.keys(reports).map((name) => [name, reportSections] as const), ...Object.keys(sweeps).map((name) => [name, sweepSections] as const)]) {
  for (const width of [390, 1280]) {
    test(`${name} shows every section at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address(name));
      for (const id of ['run', ...sections]) {
        const section = page.locator(`#${id}`);
        await section.scrollIntoViewIfNeeded();
        await page.waitForTimeout(40);
        const text = (await section.innerText()).trim(), drawn = await section.locator('canvas, svg, table, .absent, dl').count();
        expect(text.length, `${id} says something`).toBeGreaterThan(5);
        expect(drawn, `${id} shows something`).toBeGreaterThan(0);
        await section.screenshot({ path: `../artifacts/web/shots/${name}-${width}-${id}.png` });
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'the page is not scrolled sideways').toBeLessThanOrEqual(width);
    });
  }
}

test('a page without data says so', async ({ page }) => {
  await page.goto(new URL('../../dist/report.html', `file://${process.cwd()}/test/pages/`).href);
  await expect(page.locator('#page')).toContainText('holds no data');
});

test('what users named is never read as HTML', async ({ page }) => {
  await page.goto(address('pair'));
  await page.getByText('The scenario’s text').click();
  await expect(page.locator('.source pre')).toContainText("<script>alert('not run')</script>");
});

test('a report without links or connections says what is absent', async ({ page }) => {
  await page.goto(address('empty'));
  for (const text of ['There is no TCP connection in this run.', 'No packet was lost in this run.', 'Nothing was broken on purpose in this run.', 'No application ran.', 'The scenario states no expectations.']) await expect(page.getByText(text).first()).toBeVisible();
});
