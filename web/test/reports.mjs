// Opens every report of a folder at two widths, takes a picture of each section, and says PASS or FAIL for each report. One browser for all.
import { mkdirSync, readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const folder = resolve(process.argv[2]), shots = join(folder, 'shots');
mkdirSync(shots, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });

async function look(name, width) {
  const problems = [], page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`); });
  await page.goto(pathToFileURL(join(folder, name, 'report.html')).href);
  const sections = await page.locator('header#run, section').all();
  if (sections.length < 8) problems.push(`only ${sections.length} sections`);
  for (const section of sections) {
    const id = await section.getAttribute('id');
    await section.scrollIntoViewIfNeeded();
    await page.waitForTimeout(50);
    if ((await section.innerText()).trim().length < 6 || (await section.locator('canvas, svg, table, .absent, dl').count()) === 0) problems.push(`${id} is empty`);
    await section.screenshot({ path: join(shots, `${name}-${width}-${id}.png`) });
  }
  const across = await page.evaluate(() => document.documentElement.scrollWidth);
  if (across > width) problems.push(`the page is ${across} wide on ${width}`);
  await page.close();
  return problems.map((problem) => `at ${width}: ${problem}`);
}

const names = readdirSync(folder).filter((entry) => existsSync(join(folder, entry, 'report.html'))), verdicts = new Map();

/** Takes one report after another until none is left. */
async function work(left) {
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    try {
      verdicts.set(name, [...(await look(name, 390)), ...(await look(name, 1280))]);
    } catch (error) {
      verdicts.set(name, [String(error).split('\n')[0]]);
    }
  }
}

const left = [...names];
await Promise.all([work(left), work(left), work(left)]);
await browser.close();
for (const name of names) {
  const problems = verdicts.get(name);
  console.log(problems.length === 0 ? `PASS report of ${name}` : `FAIL report of ${name}: ${problems.slice(0, 3).join('; ')}`);
  if (problems.length > 0) process.exitCode = 1;
}
