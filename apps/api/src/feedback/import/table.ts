import type { ImportFaultCode, ImportNoticeCode, NoticeParams } from '@afferent/contracts';
import { toldNotice, type Notice } from './notice-words.js';

/** Why a row or a cell of a file could not be used. */
export interface Fault {
  code: ImportFaultCode;
  params?: NoticeParams;
  column?: string;
  value?: string;
}

/** One record of a table file: `number` counts the header as 1, as a spreadsheet does. */
export interface RawRow {
  number: number;
  cells: string[];
  /** Cells of a spreadsheet whose true date or number differs from what is displayed, by column. */
  exact?: Map<number, string>;
  fault?: Fault;
}

/** A file that cannot be read as a table at all; the notice is shown to the person who sent it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  readonly notice: Notice;

  constructor(code: ImportNoticeCode, params: NoticeParams = {}) {
    const notice = { code, params };
    super(toldNotice(notice).detail);
    this.notice = notice;
  }
}

export const maxRecordLength = 1024 * 1024;
export const maxColumns = 2000;
export const maxCsvRows = 20_000_000;
