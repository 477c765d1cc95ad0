import '../common/page.css';
import { h } from '../common/dom';
import { load } from '../common/load';
import type { ReportData } from './data';

load<ReportData>('wavetank.report/1', (data, page) => {
  document.title = data.scenario.name;
  page.append(h('h1', {}, data.scenario.name));
});
