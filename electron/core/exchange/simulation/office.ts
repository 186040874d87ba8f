/**
 * What the simulation asks of an office, whatever it is made of: the memory office is built from the program's pure
 * functions, the SQLite office from its services, real files and real crypto. The same histories are played on both.
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { MergeChange, OpenQuestion } from "#shared/exchange/merging.ts";
import type { Version } from "#shared/store/commit.ts";

export interface SimulatedChange {
  readonly record: string;
  readonly kind: string;
  readonly unit: string;
  readonly value: unknown;
  readonly behalf?: string | null;
  /** Left out: what stands. */
  readonly base?: readonly Version[];
}

/** A change as an office's log has it. */
export interface LoggedChange extends MergeChange {
  readonly record: string;
  readonly kind: string;
  /** 0 counts, 1 held, 2 set aside. */
  readonly state: number;
  readonly purged: boolean;
}

export interface RecordView {
  readonly kind: string;
  readonly whole: boolean;
  readonly archived: boolean;
  readonly heads: Readonly<Record<string, readonly Version[]>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly steps: readonly {
    readonly version: Version;
    readonly ord: number;
    readonly value: unknown;
    readonly rank: number;
    readonly retracted: boolean;
  }[];
  readonly questions: readonly OpenQuestion[];
}

/** A file on a stick: its bytes, and what the simulation knows about it without looking inside. */
export interface SimulatedFile {
  readonly from: Peer;
  readonly to: Peer;
  readonly bytes: Uint8Array;
}

/** What a file says, opened with the receiver's keys: for the checks on what may stand in it (EX9). */
export interface OpenedFile {
  readonly link: string;
  readonly from: number;
  readonly entries: readonly (
    | { readonly commit: Version; readonly office: string; readonly changes: readonly OpenedChange[] }
    | { readonly notice: "enter" | "leave"; readonly record: string }
  )[];
}

export interface OpenedChange {
  readonly record: string;
  readonly kind: string;
  readonly unit: string;
  readonly value: unknown;
}

export interface Taken {
  /** The code by which it was refused; null when it was taken in. */
  readonly refused: string | null;
  readonly conflicts: number;
  readonly proposals: number;
  readonly forks: number;
  /** EX26: what the comparison of the shared scope gave. */
  readonly digest: "same" | "differs" | "unknown";
}

/** Everything that an office has, to be put back later: a backup, or the disk of a machine. */
export type Snapshot = unknown;

export interface SimulatedOffice {
  readonly peer: Peer;
  readonly code: string;
  /** One commit; null when the office refuses it (nothing to do, archived, not valid). */
  write(action: string, changes: readonly SimulatedChange[]): Promise<Version | null>;
  /** Ids of the records of a kind that stand here. */
  records(kind: string): Promise<readonly string[]>;
  view(record: string): Promise<RecordView | null>;
  log(): Promise<readonly LoggedChange[]>;
  /** Writes what is due to a neighbour; null when there is nothing to say. */
  export(to: Peer): Promise<SimulatedFile | null>;
  /** The file as its receiver reads it, without anything being taken in; null where it has no key for it (any more). */
  open(file: SimulatedFile): Promise<OpenedFile | null>;
  /** @param crashAfter writes of the transaction after which everything stops; the office comes up again by itself. */
  takeIn(file: SimulatedFile, crashAfter?: number): Promise<Taken>;
  /** 8 digits of what is shared with a neighbour (EX26). */
  digestWith(peer: Peer): Promise<string>;
  /** What tables beside the log say otherwise than the log; left out where there are none. */
  disagreements?(): Promise<readonly string[]>;
  /** Everything that is kept, as one text: equal texts mean that not a byte changed. */
  dump(): Promise<string>;
  backup(): Promise<Snapshot>;
  /** Puts a backup in the place of what is there (EX19). */
  restore(snapshot: Snapshot): Promise<void>;
  /** The same machine twice (EX20). */
  copy(): Promise<SimulatedOffice>;
  /** What enrolling a copied machine again does: it goes on as a new one. */
  enrolAgain(): Promise<void>;
  /** The name of this computer. */
  readonly device: string;
  /** EX17: how far each stream of a computer was taken in here, by link. */
  lastOf(device: string): Promise<Readonly<Record<string, number>>>;
  /** EX17, as the office above: of what this computer wrote, what comes after counts no more. */
  revoke(office: string, device: string, last: Readonly<Record<string, number>>): Promise<void>;
  /** Commits of revoked computers that a person has to decide on. */
  toReview(): Promise<readonly Version[]>;
  review(versions: readonly Version[], keep: boolean): Promise<void>;
  /** The office on another computer, with nothing of what it had (EX18a); a card and a roster make it one again. */
  reinstall(): Promise<void>;
  card(): Promise<unknown>;
  /** @returns the roster for whose card it was */
  enrol(card: unknown): Promise<unknown>;
  /** Takes the roster in; a root that gets one from above it lets itself be adopted (EX15). */
  trust(roster: unknown): Promise<void>;
  /** The topmost office that this one's trust leads to. */
  root(): Promise<string>;
  setClock(at: Date): void;
  /** From a build that lacks a unit of merge to one that has it (EX22). */
  upgrade(): Promise<void>;
  readonly old: boolean;
  /**
   * Whether it goes on under its own address once it was restored or copied. Another computer of an office (EX21) does
   * not: its desk enrols it as a new one.
   */
  readonly keepsAddress: boolean;
  close(): Promise<void>;
}

/** How a simulated office is made. */
export interface OfficeMaker {
  make(
    peer: Peer,
    options: { readonly seed: number; readonly old: boolean; readonly now: Date },
  ): Promise<SimulatedOffice>;
  /** Exchange of cards, roster and trust between all of them, before the history begins. */
  introduce(offices: readonly SimulatedOffice[]): Promise<void>;
}
