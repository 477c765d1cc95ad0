import { expect, test } from 'vitest';
import type { ReportData } from '../../src/report/data';
import { graphOf } from '../../src/report/topology/graph';
import { layout } from '../../src/report/topology/layout/layout';
import { dumbbell, leafSpine, many, pair, star } from '../fixtures/reports';

function placed(data: ReportData, aspect = 2.5): Map<string, { x: number; y: number }> {
  const points = layout(graphOf(data.devices, data.links), aspect);
  return new Map(data.devices.map((device, index) => [device.name, points[index]!]));
}

test('a pair stands side by side', () => {
  const places = placed(pair());
  expect(places.get('client')!.y).toBe(places.get('server')!.y);
  expect(places.get('client')!.x).toBeLessThan(places.get('server')!.x);
});

test('the leaves of a star stand around its middle', () => {
  const places = placed(star()), middle = places.get('switch')!;
  const far = [...places].filter(([name]) => name !== 'switch').map(([, point]) => Math.hypot(point.x - middle.x, point.y - middle.y));
  expect(Math.max(...far) - Math.min(...far)).toBeLessThan(1);
});

test('a dumbbell has its hosts left and right, and stands upright in a narrow picture', () => {
  const wide = placed(dumbbell()), narrow = placed(dumbbell(), 0.6);
  for (let host = 1; host <= 4; host++) {
    expect(wide.get(`left-${host}`)!.x).toBeLessThan(wide.get('router-1')!.x);
    expect(wide.get(`right-${host}`)!.x).toBeGreaterThan(wide.get('router-2')!.x);
  }
  expect(narrow.get('router-1')!.x).toBe(narrow.get('router-2')!.x);
});

test('a leaf-spine has its spines above its leaves and its hosts below', () => {
  const places = placed(leafSpine()), heights = (prefix: string): number[] => [...places].filter(([name]) => name.startsWith(prefix)).map(([, point]) => point.y);
  expect(Math.max(...heights('spine'))).toBeLessThan(Math.min(...heights('leaf')));
  expect(Math.max(...heights('leaf'))).toBeLessThan(Math.min(...heights('host')));
});

test.each([['pair', pair()], ['star', star()], ['dumbbell', dumbbell()], ['leaf-spine', leafSpine()], ['many', many()]])('no two devices of %s stand on each other, and the same network gives the same picture', (_, data) => {
  const points = [...placed(data).values()];
  for (let a = 0; a < points.length; a++) for (let b = a + 1; b < points.length; b++) expect(Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y)).toBeGreaterThan(15);
  expect([...placed(data).values()]).toEqual(points);
});

test('a ring of routers is drawn without a crossing', () => {
  const order = [0, 2, 4, 1, 3], devices = order.map((_, index) => ({ name: `r${index}`, kind: 'router', group: 'r' })), direction = pair().links[0]!.directions[0];
  const links = order.map((from, index) => ({ name: `l${index}`, group: 'l', ends: [from, order[(index + 1) % 5]!] as [number, number], directions: [direction, direction] as [typeof direction, typeof direction] }));
  const points = layout(graphOf(devices, links), 1), angles = order.map((id) => Math.atan2(points[id]!.y, points[id]!.x));
  const turns = angles.map((angle, index) => Math.sin(angles[(index + 1) % 5]! - angle));
  expect(turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0)).toBe(true);
});

test('of ten thousand hosts those of a group on a switch are drawn as one', () => {
  const data = many(), graph = graphOf(data.devices, data.links, 50);
  expect(graph.nodes.map((node) => node.label)).toContain('host × 200');
  expect(graph.edges.reduce((sum, edge) => sum + edge.links.length, 0)).toBe(data.links.length);
});
