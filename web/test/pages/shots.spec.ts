import { test } from '@playwright/test';
import * as reports from '../fixtures/reports';
import * as sweeps from '../fixtures/sweeps';
import { address } from './write';

for (const name of [...Object.keys(reports), ...Object.keys(sweeps)]) {
  for (const width of [390, 1280]) {
    test(`${name} at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address(name));
      for (const section of await page.locator('header#run, section').all()) {
        await section.scrollIntoViewIfNeeded();
        await page.waitForTimeout(60);
        await section.screenshot({ path: `../artifacts/web/shots/${name}-${width}-${await section.getAttribute('id')}.png` });
      }
    });
  }
}
