import '../common/style/index.css';
import './report.css';
import { h } from '../common/dom';
import { load } from '../common/load';
import { navigation } from '../common/section';
import { startTheme } from '../common/theme';
import { applications } from './applications/applications';
import { Context } from './context';
import type { ReportData } from './data';
import { expectations } from './expectations/expectations';
import { faults } from './faults/faults';
import { header } from './header/header';
import { unfinished } from './header/unfinished';
import { connections } from './series/connections';
import { links } from './series/links';
import { toolbar } from './series/toolbar';

load<ReportData>('wavetank.report/1', (data, page) => {
  startTheme();
  document.title = `${data.scenario.name}, seed ${data.seed} – Wavetank`;
  const context = new Context(data);
  const above = [expectations(data), unfinished(data)];
  const timed = [links(context), connections(context)];
  const below = [faults(context), applications(data)];
  const sections = [...above, ...timed, ...below].filter((element) => element !== null);
  page.append(header(data), navigation(sections), h('main', {}, ...above.filter((element) => element !== null), h('div', { class: 'timed' }, toolbar(context.time), ...timed), ...below));
});
