import type { StylesheetJson } from 'cytoscape';
import { colour } from '../../common/theme';

/** Each kind of device has a shape of its own. */
export const shapes: Record<string, string> = { host: 'ellipse', router: 'hexagon', switch: 'round-rectangle', nat: 'diamond', firewall: 'octagon' };

export function shapeOf(kind: string): string {
  return shapes[kind] ?? 'triangle';
}

/** How the picture is drawn, in the colours of the moment. */
export function stylesheet(): StylesheetJson {
  const text = colour('text'), page = colour('page'), accent = colour('accent');
  return [
    { selector: 'node', style: {
      label: 'data(label)', shape: 'data(shape)' as 'ellipse', width: 'data(width)', height: 'data(height)', 'background-color': colour('raised'), 'border-color': colour('muted'), 'border-width': 2,
      color: text, 'font-size': 13, 'font-family': 'system-ui, -apple-system, Segoe UI, Roboto, Liberation Sans, DejaVu Sans, sans-serif', 'text-valign': 'data(along)' as 'bottom', 'text-halign': 'data(across)' as 'center', 'min-zoomed-font-size': 8,
      'text-wrap': 'ellipsis', 'text-max-width': '140px', 'text-outline-color': page, 'text-outline-width': 2.5, 'text-outline-opacity': 1,
    } },
    { selector: 'node[along = "bottom"]', style: { 'text-margin-y': 3 } },
    { selector: 'node[along = "top"]', style: { 'text-margin-y': -3 } },
    { selector: 'node[across = "left"]', style: { 'text-margin-x': -3 } },
    { selector: 'node[across = "right"]', style: { 'text-margin-x': 3 } },
    { selector: 'node[kind != "host"]', style: { 'background-color': colour('line-6'), 'border-color': text } },
    { selector: 'node.many', style: { 'border-style': 'double', 'border-width': 5 } },
    { selector: 'node.tiny', style: { 'min-zoomed-font-size': 17 } },
    { selector: 'edge', style: {
      'curve-style': 'bezier', 'control-point-step-size': 26, width: 'data(width)', 'line-fill': 'linear-gradient', 'line-gradient-stop-colors': 'data(colours)' as unknown as string[], 'line-gradient-stop-positions': '0% 50% 50% 100%' as unknown as number[],
      label: 'data(loss)', 'font-size': 11, color: colour('lost'), 'font-weight': 'bold', 'text-outline-color': page, 'text-outline-width': 2.5, 'min-zoomed-font-size': 8, 'text-margin-y': -13,
    } },
    { selector: 'edge[lossWidth > 0]', style: { 'underlay-color': colour('lost'), 'underlay-opacity': 0.55, 'underlay-padding': 'data(lossWidth)', 'line-style': 'dashed', 'line-dash-pattern': [7, 4] } },
    { selector: 'edge.tiny', style: { 'min-zoomed-font-size': 15 } },
    { selector: 'edge:selected', style: { 'overlay-color': accent, 'overlay-opacity': 0.28, 'overlay-padding': 7, 'z-index': 10 } },
    { selector: 'node:selected', style: { 'border-color': accent, 'border-width': 4 } },
    { selector: '.focus', style: { 'overlay-color': accent, 'overlay-opacity': 0.35, 'overlay-padding': 6, 'min-zoomed-font-size': 0, 'z-index': 20 } },
    { selector: '.near', style: { 'min-zoomed-font-size': 0, 'z-index': 20 } },
  ] as StylesheetJson;
}
