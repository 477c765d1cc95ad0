import { command } from '../../common/copy';
import { h } from '../../common/dom';
import { facts } from '../../common/section';
import { themeButton } from '../../common/theme';
import { count, duration, plural } from '../../common/units';
import type { ReportData } from '../data';

const outcomes: Record<ReportData['run']['outcome'], string> = {
  completed: 'ran to its end',
  'time-limit': 'ran until its time limit',
  idle: 'ended idle: programs still waited, and nothing was left to happen',
  stopped: 'was stopped before its end',
};

/** What was run, how it ended, and how to run it again. */
export function header(data: ReportData): HTMLElement {
  const { run, scenario } = data;
  return h('header', { id: 'run' },
    h('div', { class: 'title' }, h('h1', {}, scenario.name), h('div', { class: 'controls' }, themeButton(), h('button', { type: 'button', class: 'quiet', onclick: () => print() }, 'Print'))),
    verdict(data),
    facts(
      ['Scenario', scenario.file === '-' ? 'standard input' : scenario.file],
      ['Seed', h('span', { class: 'mono' }, data.seed)],
      ['Simulated', run.measuredNs === run.simulatedNs ? duration(run.simulatedNs) : `${duration(run.simulatedNs)}, measured over ${duration(run.measuredNs)}`],
      ['Took', `${duration(run.realSeconds * 1e9)}${run.realSeconds > 0 ? `, ${speed(run.measuredNs / 1e9 / run.realSeconds)}` : ''}`],
      ['Events', count(run.events)],
      ['Packets', count(run.packets)],
      ['Digest', h('span', { class: 'mono' }, run.digest)],
      ['Wavetank', data.wavetank],
    ),
    h('p', { class: 'label' }, 'The same run again:'),
    command(data.command),
    source(data),
  );
}

function speed(times: number): string {
  return times >= 10 ? `${count(times)} times as fast as real time` : `${times.toFixed(1)} times as fast as real time`;
}

function verdict(data: ReportData): HTMLElement {
  const failed = data.expectations.filter((expectation) => !expectation.holds).length, all = data.expectations.length;
  const ended = data.run.outcome === 'completed' || data.run.outcome === 'time-limit';
  const badge = all === 0
    ? h('span', { class: 'badge plain' }, 'No expectations')
    : failed === 0
      ? h('span', { class: 'badge good' }, all === 1 ? '✓ The expectation holds' : `✓ All ${all} expectations hold`)
      : h('span', { class: 'badge bad' }, `✗ ${failed} of ${plural(all, 'expectation')} failed`);
  return h('p', { class: 'verdict' }, badge, ' ', h('span', { class: ended ? '' : 'bad' }, `The run ${outcomes[data.run.outcome]}.`));
}

function source(data: ReportData): HTMLElement {
  if (data.scenario.source === null) return h('p', { class: 'absent' }, 'The text of the scenario is not here: it did not come from a file.');
  return h('details', { class: 'source' }, h('summary', {}, 'The scenario’s text'), h('pre', { tabindex: 0 }, h('code', {}, data.scenario.source)));
}
