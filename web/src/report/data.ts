/**
 * What a run's report is drawn from: the JSON in the page's element `#data`, schema `wavetank.report/1`.
 *
 * Times end in `Ns` and are nanoseconds of simulated time. Rates end in `BitsPerSecond`. Series are columns of equal length, so that a
 * long run stays small. Nothing here is taken from a clock on the wall but `realSeconds`.
 */
export interface ReportData {
  schema: 'wavetank.report/1';
  /** The version that ran the scenario. */
  wavetank: string;
  scenario: {
    name: string;
    /** As it was named on the command line. */
    file: string;
    /** The text of the file; null where it came through a pipe or from code. */
    source: string | null;
  };
  /** 64 bits, so text. */
  seed: string;
  /** The exact command that does the same run again. */
  command: string;
  run: RunData;
  expectations: ExpectationData[];
  applications: ApplicationData[];
  devices: DeviceData[];
  links: LinkData[];
  connections: ConnectionData[];
  /** Connections that the run had and this page has not: only the first ones, and the last ended, are kept. */
  connectionsOmitted: number;
  distributions: DistributionData[];
  faults: FaultData[];
  drops: DropLedgerData;
  /** What programs still wait for, where the run ended idle. */
  waiting: { host: string; program: string; protocol: string; local: string; remote: string; state: string; waitsFor: string }[];
  /** Exceptions that nobody awaited, each as a line. */
  unobserved: string[];
}

export interface RunData {
  outcome: 'completed' | 'time-limit' | 'idle' | 'stopped';
  expectationsHold: boolean;
  simulatedNs: number;
  lastEventNs: number;
  /** The time over which means are taken, and which time axes show at first. */
  measuredNs: number;
  events: number;
  packets: number;
  digest: string;
  realSeconds: number;
}

export type Unit = 'count' | 'bytes' | 'ns' | 'bits per second' | 'part' | 'mean';

export interface ExpectationData {
  text: string;
  holds: boolean;
  measured: number | null;
  value: number;
  unit: Unit;
}

export interface ApplicationData {
  /** Host or group. */
  on: string;
  name: string;
  kind: string;
  /** What the kind counts, such as `replies verified`. */
  counts: string;
  count: number;
  bytes: number;
  errors: number;
  firstErrors: string[];
  goodputBitsPerSecond: number;
  roundTrip: SummaryData | null;
  figures: { name: string; value: number; unit: Unit; summary: string }[];
}

export interface SummaryData {
  number: number;
  minNs: number;
  meanNs: number;
  p50Ns: number;
  p90Ns: number;
  p99Ns: number;
  maxNs: number;
}

export interface DeviceData {
  name: string;
  /** As the scenario names it: `host`, `router`, `switch`, `nat`, `firewall`. */
  kind: string;
  /** The scenario's name for it and its like: `client` for `client-1` … `client-20`; its own name where it is alone. */
  group: string;
}

/** One link: both of its directions. */
export interface LinkData {
  name: string;
  /** The scenario's name for it and its like. */
  group: string;
  /** Indexes into `devices`; the first direction sends from the first to the second. */
  ends: [number, number];
  directions: [DirectionData, DirectionData];
}

export interface DirectionData {
  packets: number;
  bytes: number;
  utilisation: number;
  meanQueuePackets: number;
  largestQueuePackets: number;
  markedPackets: number;
  droppedPackets: number;
  /** By reason, such as `queue-full`. */
  drops: Record<string, number>;
  /** As the scenario gives it at the start; null for no limit. */
  rateBitsPerSecond: number | null;
  delayNs: number;
  queueWait: SummaryData | null;
  /** Null where nothing was ever sent. */
  series: LinkSeriesData | null;
}

/** Bins of equal width from the start of the run on; bins after the last one are empty. */
export interface LinkSeriesData {
  widthNs: number;
  /** Bytes that the link began to send, from the IP header on. */
  bytes: number[];
  /** Packets that waited, as a mean over the bin. */
  queue: number[];
  /** The most packets that waited. */
  largestQueue: number[];
  /** Packets dropped by the queue or on the way. */
  drops: number[];
}

/** A TCP connection: two flows, one for what each end sent. The first end is the one that opened it. */
export interface ConnectionData {
  /** `client-3:49152`, `server:5000`. */
  ends: [string, string];
  /** The second is null where the other end never sent, or is forgotten. */
  flows: [FlowData, FlowData | null];
  /** The log of its segments; null where it was not kept (only that of the first connections is). */
  segments: SegmentsData | null;
}

export interface FlowData {
  state: string;
  congestionControl: string;
  bytes: number;
  goodputBitsPerSecond: number;
  segments: number;
  retransmissions: number;
  smoothedRttNs: number | null;
  minimumRttNs: number | null;
  /** Null where the connection was not sampled. */
  samples: SamplesData | null;
}

/** The sender's state over time: one entry of every column for each sample. A connection at rest has no samples. */
export interface SamplesData {
  timeNs: number[];
  /** In segments. */
  cwnd: number[];
  /** In segments; null before the first congestion. */
  ssthresh: (number | null)[];
  smoothedRttNs: (number | null)[];
  rtoNs: number[];
  bytesInFlight: number[];
  /** Segments sent again since the start. */
  retransmissions: number[];
  deliveryRateBitsPerSecond: number[];
  /** Payload bytes acknowledged since the start; with `bytesInFlight` it gives SND.NXT, and its slope is the goodput. */
  bytesAcknowledged: number[];
}

/**
 * The segments of a connection in the order in which they were sent: columns of equal length. Of a long connection the first ones, the
 * last ones and those that were lost or sent again are kept; `number` tells where some are left out.
 */
export interface SegmentsData {
  /** How many there were in all. */
  total: number;
  /** Each segment's place among all, from 1. */
  number: number[];
  /** 0: sent by the first end; 1: by the second. */
  from: (0 | 1)[];
  sentNs: number[];
  /** When it was delivered to the other end's host, or dropped; null while it was under way at the end of the run. */
  endNs: (number | null)[];
  /** -1: delivered, or under way; otherwise an index into `drops.places`: where and why it was dropped. */
  dropped: number[];
  /** The TCP flags as bits: 1 FIN, 2 SYN, 4 RST, 8 PSH, 16 ACK, 32 URG, 64 ECE, 128 CWR. */
  flags: number[];
  /** Relative to the sender's initial sequence number: the SYN has 0, the first byte 1. */
  sequence: number[];
  /** Payload bytes. */
  length: number[];
  /** Relative likewise; null without ACK. */
  acknowledgment: (number | null)[];
  /** Bytes, scaled. */
  window: number[];
  /** Whether it carries what was sent before. */
  again: boolean[];
}

/** A distribution of times: values in rising order, each with how often it occurred. */
export interface DistributionData {
  /** What: `round trip`, `queue wait`, `flow completion`. */
  what: string;
  /** Of what: an application (`client tcp-echo-client`), a direction of a link (`core-server forward`), all flows to a port (`server:5000`). */
  of: string;
  number: number;
  minNs: number;
  meanNs: number;
  p50Ns: number;
  p90Ns: number;
  p99Ns: number;
  maxNs: number;
  valuesNs: number[];
  counts: number[];
}

export interface FaultData {
  /** As a timeline names it: `cut`, `crash`. */
  kind: string;
  target: string;
  details: string | null;
  beginNs: number;
  /** Null where it did not end. */
  endNs: number | null;
}

export interface DropLedgerData {
  total: number;
  /** Each place and reason, the most packets first. */
  places: DropPlaceData[];
  /** The first packets dropped, in the order of time: columns of equal length. `total` tells how many there were in all. */
  packets: {
    timeNs: number[];
    /** Index into `places`. */
    place: number[];
    /** Such as `TCP client:49152 > server:5000, bytes 1461 to 2920`. */
    packet: string[];
    bytes: number[];
    /** Index into `connections`, or -1. */
    connection: number[];
    /** When all that it carried had reached the other end after all; null where it never did, or where there is nothing to repair (no TCP payload). */
    repairedNs: (number | null)[];
  };
}

export interface DropPlaceData {
  /** The packet event's place: `link/core-server/forward`, `host/server`. */
  place: string;
  /** Index into `links` and which direction, where it is a link. */
  link: [number, 0 | 1] | null;
  /** `queue-full`; and in words for people. */
  reason: string;
  words: string;
  packets: number;
  bytes: number;
  firstNs: number;
  lastNs: number;
  /** TCP segments with payload among them, those made good later, and the time from drop to repair. */
  tcpSegments: number;
  repaired: number;
  meanRepairNs: number | null;
  maxRepairNs: number | null;
}
