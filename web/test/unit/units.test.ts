import { expect, test } from 'vitest';
import { bytes, digits, duration, inUnit, moment, percent, rate, timeTicks } from '../../src/common/units';

test('lengths of time are said as people say them', () => {
  expect([0, 340, 12_345, 12_300_000, 999_700_000, 1.5e9, 200e9, 7.5e12].map(duration)).toEqual(['0 ns', '340 ns', '12.3 µs', '12.3 ms', '1 s', '1.5 s', '3 min 20 s', '2 h 5 min']);
});

test('rates and sizes have three digits that count', () => {
  expect([0, 4_512_345, 999_700, 1e10].map(rate)).toEqual(['0 bit/s', '4.51 Mbit/s', '1 Mbit/s', '10 Gbit/s']);
  expect([0, 999, 1_460_000].map(bytes)).toEqual(['0 B', '999 B', '1.46 MB']);
  expect([1234, 0.05, 12.345, 100].map((value) => digits(value))).toEqual(['1,234', '0.05', '12.3', '100']);
});

test('parts are percentages, and what is tiny is not nothing', () => {
  expect([0, 0.5, 0.00001, 1].map(percent)).toEqual(['0 %', '50 %', '< 0.01 %', '100 %']);
});

test('points in time keep their microseconds', () => {
  expect([0, 1_204_512_000, 12e9].map(moment)).toEqual(['0.000 s', '1.204512 s', '12.000 s']);
});

test('a time axis has one unit, and decimals as its steps need', () => {
  expect(timeTicks([0, 5e8, 1e9])).toEqual(['0.0 s', '0.5 s', '1.0 s']);
  expect(timeTicks([2.5e6, 5e6])).toEqual(['2.5 ms', '5.0 ms']);
  expect(timeTicks([12e9, 12.00025e9])).toEqual(['12.00000 s', '12.00025 s']);
});

test('a mean number has no unit', () => expect(inUnit(2.5, 'mean')).toBe('2.5'));
