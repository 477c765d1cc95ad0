import { test as base, expect } from '@playwright/test';

/** A page of which everything that goes wrong is kept: errors of its scripts, words on the console, and requests to anywhere. */
export const test = base.extend<{ problems: string[] }>({
  problems: [async ({ page }, use) => {
    const problems: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`); });
    page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
    page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`); });
    await use(problems);
    expect(problems, 'what went wrong on the page').toEqual([]);
  }, { auto: true }],
});

export { expect };
