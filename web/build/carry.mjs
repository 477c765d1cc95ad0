// Copies the built pages to where the tool carries them, so that who builds the tool needs no Node.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const carried = {
  'report.html': 'Wavetank.Scenarios/Report/report.html',
  'sweep.html': 'Wavetank.Studies/Sweeping/sweep.html',
};
for (const [page, place] of Object.entries(carried)) {
  const target = join(web, '../src', place);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(web, 'dist', page), target);
}
