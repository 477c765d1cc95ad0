/** The units of metrics, as results name them. */
export type Unit = 'count' | 'bytes' | 'ns' | 'bits per second' | 'part' | 'mean';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Three digits that count, without zeros at the end: 12.3, 4, 0.05, 1,230. */
export function digits(value: number, count = 3): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return '–';
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size >= count - 1) return grouped.format(Math.round(value));
  if (size < -6) return value.toExponential(1);
  return value.toFixed(count - 1 - size).replace(/\.?0+$/, '');
}

function scaled(value: number, steps: readonly (readonly [number, string])[]): string {
  // 999.7 kbit/s is 1 Mbit/s once rounded, so the step is chosen after rounding.
  const rounded = Math.abs(Number(value.toPrecision(3)));
  const [factor, unit] = steps.find(([least]) => rounded >= least) ?? steps[steps.length - 1]!;
  return `${digits(value / (factor || 1))} ${unit}`;
}

/** A length of time: 340 ns, 12.3 ms, 1.5 s, 3 min 20 s, 2 h 5 min. */
export function duration(ns: number): string {
  const size = Math.abs(ns);
  if (size < 119.95e9) return scaled(ns, [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [0, 'ns']]);
  const seconds = Math.round(ns / 1e9);
  const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
  if (hours > 0) return minutes > 0 ? `${grouped.format(hours)} h ${minutes} min` : `${grouped.format(hours)} h`;
  return seconds % 60 > 0 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
}

/** A point in time, exact enough to find it again: 1.204512 s. */
export function moment(ns: number): string {
  return `${(ns / 1e9).toFixed(6).replace(/(\.\d{3}\d*?)0+$/, '$1')} s`;
}

export function rate(bitsPerSecond: number): string {
  return scaled(bitsPerSecond, [[1e12, 'Tbit/s'], [1e9, 'Gbit/s'], [1e6, 'Mbit/s'], [1e3, 'kbit/s'], [0, 'bit/s']]);
}

export function bytes(count: number): string {
  return scaled(count, [[1e12, 'TB'], [1e9, 'GB'], [1e6, 'MB'], [1e3, 'KB'], [0, 'B']]);
}

export function count(value: number): string {
  return grouped.format(value);
}

export function percent(part: number): string {
  if (part > 0 && part < 0.0001) return '< 0.01 %';
  return `${digits(part * 100)} %`;
}

/** Of one thing or of many: 1 packet, 2 packets. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A value of a metric in its unit. */
export function inUnit(value: number, unit: Unit | string): string {
  switch (unit) {
    case 'ns': return duration(value);
    case 'bits per second': return rate(value);
    case 'bytes': return bytes(value);
    case 'part': return percent(value);
    case 'count': return Number.isInteger(value) ? count(value) : digits(value);
    default: return digits(value);
  }
}

/** The labels of a time axis: one unit for all, and as many decimals as its steps need. */
export function timeTicks(ticks: readonly number[]): string[] {
  if (ticks.length === 0) return [];
  const largest = Math.max(...ticks.map(Math.abs));
  const [factor, unit] = largest >= 1e9 ? [1e9, 's'] : largest >= 1e6 ? [1e6, 'ms'] : largest >= 1e3 ? [1e3, 'µs'] : [1, 'ns'];
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) / factor : 1;
  const decimals = Math.min(9, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  const needed = ticks.some((tick) => Math.abs((tick / factor) * 10 ** decimals - Math.round((tick / factor) * 10 ** decimals)) > 1e-6) ? decimals + 1 : decimals;
  return ticks.map((tick) => `${(tick / factor).toFixed(needed)} ${unit}`);
}
