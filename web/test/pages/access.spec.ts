import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { expect, test } from './watched';
import { address } from './write';

const axe = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');

for (const name of ['pair', 'star', 'dumbbell', 'empty', 'grid', 'single']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name} can be used by everybody, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(address(name));
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await page.evaluate(async () => {
        for (let at = 0; at < document.documentElement.scrollHeight; at += 700) { scrollTo(0, at); await new Promise((done) => setTimeout(done, 30)); }
        scrollTo(0, 0);
      });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ resultTypes: ['violations'] }));
      const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
      expect(grave).toEqual([]);
    });
  }
}
