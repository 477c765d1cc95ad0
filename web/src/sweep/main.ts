import '../common/style/index.css';
import './sweep.css';
import { h } from '../common/dom';
import { load } from '../common/load';
import { absent, navigation, section } from '../common/section';
import { startTheme } from '../common/theme';
import { Context } from './context';
import { curves } from './curves/curves';
import type { SweepData } from './data';
import { header, metricBar } from './header';
import { heatmap } from './heatmap/heatmap';
import { parallel } from './parallel/parallel';
import { points } from './points/points';
import { failures } from './points/runs';

load<SweepData>('wavetank.sweep/1', (data, page) => {
  startTheme();
  document.title = `Sweep of ${data.scenario.name} – Wavetank`;
  const context = new Context(data), measured = data.points.some((point) => point.statistics.some((statistic) => statistic !== null));
  const pictures = measured ? [heatmap(context), curves(context), parallel(context)] : [section('curves', 'Curves', null, absent('No run of this sweep measured anything.'))];
  const rest = [points(context), failures(context)];
  page.append(header(context), navigation([...pictures, ...rest]), h('main', {}, h('div', { class: 'timed' }, measured && metricBar(context), ...pictures), ...rest));
});
