import { defineConfig } from '@playwright/test';

/** The system's Chromium; a browser is never downloaded. */
export default defineConfig({
  testDir: 'test/pages',
  outputDir: '../artifacts/web/failures',
  globalSetup: './test/pages/write.ts',
  workers: 1,
  fullyParallel: false,
  reporter: [['list']],
  // Far beyond what is needed: no verdict depends on how busy the machine is.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
    trace: 'off',
  },
});
