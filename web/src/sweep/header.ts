import { command } from '../common/copy';
import { h } from '../common/dom';
import { facts } from '../common/section';
import { themeButton } from '../common/theme';
import { count, percent, plural } from '../common/units';
import type { Context } from './context';

/** What was swept, and how to sweep it again. */
export function header(context: Context): HTMLElement {
  const { data } = context, runs = data.points.reduce((sum, point) => sum + point.runs.length, 0), failed = data.points.reduce((sum, point) => sum + point.runs.filter((run) => run.status === 'failed').length, 0);
  const early = data.points.filter((point) => point.stoppedEarly).length;
  return h('header', { id: 'run' },
    h('div', { class: 'title' }, h('h1', {}, `Sweep of ${data.scenario.name}`), h('div', { class: 'controls' }, themeButton(), h('button', { type: 'button', class: 'quiet', onclick: () => print() }, 'Print'))),
    h('p', { class: 'verdict' }, failed === 0 ? h('span', { class: 'badge good' }, '✓ All runs completed') : h('span', { class: 'badge bad' }, `✗ ${plural(failed, 'run')} failed`)),
    facts(
      ['Scenario', data.scenario.file],
      ['Design', data.design === 'grid' ? 'grid' : 'Latin hypercube'],
      ['Parameters', count(data.parameters.length)],
      ['Points', count(data.points.length)],
      ['Runs', failed === 0 ? count(runs) : `${count(runs)}, ${count(failed)} failed`],
      early > 0 ? ['Stopped early', `${plural(early, 'point')}, precise enough`] : null,
      ['Intervals', `${percent(data.confidence)} confidence`],
      ['Wavetank', data.wavetank],
    ),
    h('p', { class: 'label' }, 'The same sweep again:'), command(data.command));
}

/** Chooses the metric that all pictures show. */
export function metricBar(context: Context): HTMLElement {
  const { metrics } = context.data, said = h('span', { class: 'muted hint' });
  const select = h('select', { onchange: () => { context.metric.value = Number(select.value); } }, ...metrics.map((metric, index) => h('option', { value: index }, metric.name)));
  context.metric.follow((value) => {
    select.value = String(value);
    const metric = metrics[value];
    said.textContent = metric === undefined ? '' : [metric.summary, metric.better === null ? null : `${metric.better} is better`].filter(Boolean).join('; ');
  }, true);
  return h('div', { class: 'bar sticky controls' }, h('label', {}, 'Metric ', select), said);
}
