import '../common/style/index.css';
import { h } from '../common/dom';
import { load } from '../common/load';
import type { SweepData } from './data';

load<SweepData>('wavetank.sweep/1', (data, page) => {
  document.title = data.scenario.name;
  page.append(h('h1', {}, data.scenario.name));
});
