import { quote } from '../common/copy';
import type { PointData, RunData, SweepData } from './data';

/** The exact command that does one run of a point again, with its report. */
export function runCommand(data: SweepData, point: PointData, run: RunData): string {
  const settings = point.settings.flatMap((setting) => ['--set', quote(setting.replace(/^--set[ =]/, ''))]);
  return ['wavetank run', quote(data.scenario.file), ...settings, '--seed', run.seed, '--out', `point-${point.id}-seed-${run.seed}`].join(' ');
}

/** Where the run's own report can be had; null where the page is only a file. */
export function reportAddress(data: SweepData, point: PointData, run: RunData): string | null {
  return data.serve === null ? null : `${data.serve}?point=${point.id}&seed=${encodeURIComponent(run.seed)}`;
}
