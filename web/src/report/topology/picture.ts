import cytoscape from 'cytoscape';
import { h } from '../../common/dom';
import { ramp } from '../../common/palette';
import { printing, theme } from '../../common/theme';
import { percent } from '../../common/units';
import type { LinkData } from '../data';
import { edgeFigures, lossWidth } from './figures';
import { type Graph, neighbours } from './graph';
import { ahead, arrows } from './keyboard';
import { layout } from './layout/layout';
import { shapeOf, stylesheet } from './style';

type Element = cytoscape.NodeSingular | cytoscape.EdgeSingular;

/** What was clicked or entered: a node or an edge of the graph. */
export type Picked = { node: number } | { edge: number } | null;

/** The network as a picture that is looked at with the mouse, a finger or the keyboard. */
export class Picture {
  readonly #cy: cytoscape.Core;
  readonly #paper = h('img', { class: 'only-print', alt: 'The network' });
  #focus: Element | null = null;
  #fitted = 1;

  constructor(private readonly place: HTMLElement, private readonly graph: Graph, private readonly links: readonly LinkData[], private readonly picked: (what: Picked) => void, private readonly said: HTMLElement) {
    this.#cy = cytoscape({
      container: place, elements: this.#elements(), style: stylesheet(), layout: { name: 'preset' }, userZoomingEnabled: false, userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true,
      pixelRatio: Math.min(2, devicePixelRatio), minZoom: 0.02, maxZoom: 6,
    });
    place.after(this.#paper);
    this.#arrange();
    this.#cy.on('tap', (event) => this.#pick(event.target === this.#cy ? null : event.target));
    this.#cy.on('mouseover', 'node, edge', (event) => { event.target.addClass('near'); place.style.cursor = 'pointer'; said.textContent = this.#words(event.target); });
    this.#cy.on('mouseout', 'node, edge', (event) => { event.target.removeClass('near'); place.style.cursor = ''; });
    place.addEventListener('keydown', (event) => this.#key(event));
    place.addEventListener('blur', () => this.#cy.elements().removeClass('focus'));
    theme.follow(() => { this.#cy.style(stylesheet()); this.#colour(); });
    printing.follow((is) => { if (is) this.#paper.src = this.#cy.png({ full: true, scale: 2, maxWidth: 2600, maxHeight: 2600, bg: '#ffffff' }); });
    let width = place.clientWidth;
    new ResizeObserver(() => {
      if (printing.value || place.clientWidth === 0 || place.clientWidth === width) return;
      width = place.clientWidth;
      this.#cy.resize();
      this.#arrange();
    }).observe(place);
  }

  zoom(factor: number): void {
    const box = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    this.#cy.zoom({ level: Math.max(this.#fitted, this.#cy.zoom() * factor), renderedPosition: box });
    const zoomed = this.#cy.zoom() > this.#fitted * 1.01;
    this.#cy.userPanningEnabled(zoomed);
    if (!zoomed) this.fit();
  }

  fit(): void {
    this.#cy.fit(undefined, 22);
    // A small network is not blown up beyond what is good to look at.
    if (this.#cy.zoom() > 1.25) { this.#cy.zoom(1.25); this.#cy.center(); }
    this.#fitted = this.#cy.zoom();
    this.#cy.userPanningEnabled(false);
  }

  /** Marks an edge as chosen. */
  choose(edge: number | null): void {
    this.#cy.elements(':selected').unselect();
    if (edge !== null) this.#cy.getElementById(`e${edge}`).select();
  }

  #elements(): cytoscape.ElementDefinition[] {
    const big = this.graph.nodes.length > 60;
    const nodes = this.graph.nodes.map((node) => ({
      data: { id: `n${node.id}`, label: node.label, kind: node.kind, along: 'bottom', across: 'center', shape: shapeOf(node.kind), width: node.kind === 'switch' ? 40 : node.kind === 'host' ? (big ? 16 : 22) : 32, height: node.kind === 'host' ? (big ? 16 : 22) : 28 },
      classes: [node.devices.length > 1 ? 'many' : '', big ? 'tiny' : ''].join(' '),
    }));
    const edges = this.graph.edges.map((edge) => {
      const [there, back] = edgeFigures(this.graph, edge, this.links), lost = Math.max(there.lost, back.lost);
      return { data: {
        id: `e${edge.id}`, source: `n${edge.from}`, target: `n${edge.to}`, width: big ? 3 : 5, there: there.utilisation, back: back.utilisation, colours: this.#colours(there.utilisation, back.utilisation),
        lossWidth: lossWidth(lost) * (big ? 0.6 : 1), loss: lost > 0 ? `✕ ${percent(lost)}` : '',
      }, classes: big ? 'tiny' : '' };
    });
    return [...nodes, ...edges];
  }

  /** Half a line for each direction, as on a weather map: the half beside a device is what it sends. */
  #colours(there: number, back: number): string {
    const [first, second] = [ramp(there), ramp(back)].map((value) => value.replaceAll(' ', ''));
    return `${first} ${first} ${second} ${second}`;
  }

  #colour(): void {
    this.#cy.edges().forEach((edge) => { edge.data('colours', this.#colours(edge.data('there') as number, edge.data('back') as number)); });
  }

  #arrange(): void {
    const points = layout(this.graph, this.place.clientWidth / Math.max(1, this.place.clientHeight));
    this.#cy.batch(() => points.forEach((point, index) => { this.#cy.getElementById(`n${index}`).position(point).data(beside(this.graph, points, index)); }));
    this.fit();
  }

  #pick(element: Element | null): void {
    if (element === null) this.picked(null);
    else {
      const id = Number(element.id().slice(1));
      this.picked(element.group() === 'nodes' ? { node: id } : { edge: id });
    }
  }

  #key(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (arrow !== undefined) this.#move(arrow);
    else if ((event.key === 'Enter' || event.key === ' ') && this.#focus !== null) this.#pick(this.#focus);
    else if (event.key === 'Escape') this.#pick(null);
    else if (event.key === '+' || event.key === '=') this.zoom(1.5);
    else if (event.key === '-') this.zoom(1 / 1.5);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }

  #move(arrow: { x: number; y: number }): void {
    const all = this.#cy.elements().toArray() as Element[];
    const where = (element: Element): { x: number; y: number } => (element.group() === 'nodes' ? (element as cytoscape.NodeSingular).position() : (element as cytoscape.EdgeSingular).midpoint());
    const next = this.#focus === null ? 0 : ahead(where(this.#focus), all.map(where), arrow);
    if (next === null) return;
    this.#focus?.removeClass('focus');
    this.#focus = all[next]!;
    this.#focus.addClass('focus');
    const at = this.#focus.group() === 'nodes' ? (this.#focus as cytoscape.NodeSingular).renderedPosition() : (this.#focus as cytoscape.EdgeSingular).renderedMidpoint();
    if (at.x < 0 || at.y < 0 || at.x > this.#cy.width() || at.y > this.#cy.height()) this.#cy.center(this.#focus);
    this.said.textContent = this.#words(this.#focus);
  }

  #words(element: Element): string {
    if (element.group() === 'nodes') return `${element.data('label') as string}, ${element.data('kind') as string}`;
    const edge = this.graph.edges[Number(element.id().slice(1))]!, [there, back] = edgeFigures(this.graph, edge, this.links), from = this.graph.nodes[edge.from]!.label, to = this.graph.nodes[edge.to]!.label;
    const say = (a: string, b: string, figures: typeof there): string => `${a} → ${b} ${percent(figures.utilisation)} used${figures.lost > 0 ? `, ${percent(figures.lost)} lost` : ''}`;
    return `${edge.links.length > 1 ? `${edge.links.length} links, the fullest: ` : ''}${say(from, to, there)}; ${say(to, from, back)}`;
  }
}

/** On which side of a node its label stands: away from its only link, otherwise below. */
function beside(graph: Graph, points: readonly { x: number; y: number }[], node: number): { across: string; along: string } {
  const near = neighbours(graph, node), here = points[node]!, other = points[near[0] ?? -1];
  if (near.length !== 1 || other === undefined) return { across: 'center', along: 'bottom' };
  const dx = here.x - other.x, dy = here.y - other.y;
  return Math.abs(dx) > Math.abs(dy) * 1.5 && graph.nodes.length > 2 ? { across: dx < 0 ? 'left' : 'right', along: 'center' } : { across: 'center', along: dy < 0 ? 'top' : 'bottom' };
}
