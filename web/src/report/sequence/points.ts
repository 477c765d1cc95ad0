import type { ConnectionData, SegmentsData } from '../data';

/** A data segment of a flow in the time-sequence plot. */
export interface Mark {
  sentNs: number;
  from: number;
  to: number;
  again: boolean;
  lost: boolean;
  /** The segment's place in the log. */
  index: number;
}

/** What the plot of one flow is drawn from. */
export interface Sequence {
  marks: Mark[];
  /** The highest acknowledgment that has reached the sender, and how far it may send, over time; null where the log leaves segments out. */
  acknowledged: { timeNs: number[]; value: (number | null)[]; edge: (number | null)[] };
  /** Parts of the time from which the log leaves segments out. */
  gaps: [number, number][];
}

export function sequenceOf(log: SegmentsData, side: 0 | 1): Sequence {
  const marks: Mark[] = [], acks: { time: number; value: number; edge: number }[] = [], gaps: [number, number][] = [];
  for (let index = 0; index < log.number.length; index++) {
    if (index > 0 && log.number[index]! > log.number[index - 1]! + 1) gaps.push([log.sentNs[index - 1]!, log.sentNs[index]!]);
    if (log.from[index] === side) {
      // SYN and FIN take a number as a byte does.
      const size = log.length[index]! + (log.flags[index]! & 3 ? 1 : 0), from = log.sequence[index]!;
      if (size > 0) marks.push({ sentNs: log.sentNs[index]!, from, to: from + size, again: log.again[index]!, lost: log.dropped[index]! >= 0, index });
    } else if (log.dropped[index] === -1 && log.endNs[index] !== null && log.acknowledgment[index] !== null) {
      acks.push({ time: log.endNs[index]!, value: log.acknowledgment[index]!, edge: log.acknowledgment[index]! + log.window[index]! });
    }
  }
  acks.sort((a, b) => a.time - b.time);
  const acknowledged: Sequence['acknowledged'] = { timeNs: [], value: [], edge: [] };
  let value = 0, edge = 0, passed = 0;
  for (const ack of acks) {
    if (passed < gaps.length && ack.time > gaps[passed]![1]) {
      while (passed < gaps.length && ack.time > gaps[passed]![1]) passed++;
      acknowledged.timeNs.push(Math.min(ack.time - 1, (acknowledged.timeNs[acknowledged.timeNs.length - 1] ?? 0) + 1));
      acknowledged.value.push(null);
      acknowledged.edge.push(null);
    }
    value = Math.max(value, ack.value);
    edge = Math.max(edge, ack.edge);
    acknowledged.timeNs.push(ack.time);
    acknowledged.value.push(value);
    acknowledged.edge.push(edge);
  }
  return { marks, acknowledged, gaps };
}

/** Which of a connection's flows carries more, and so is worth a plot. */
export function busierSide(connection: ConnectionData): 0 | 1 {
  return (connection.flows[1]?.bytes ?? 0) > connection.flows[0].bytes ? 1 : 0;
}
