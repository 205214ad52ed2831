import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** The months of answers that have a place to be stored in. */
@Injectable()
export class AnswerPartitions {
  private readonly known = new Set<string>();

  constructor(private readonly unit: UnitOfWork) {}

  /**
   * Makes the partitions that are missing, in a transaction of their own: inside the one that stores answers,
   * two writers could wait for each other. To be called before a unit of work is opened.
   */
  async ensure(months: readonly string[]): Promise<void> {
    for (const month of months) {
      if (this.known.has(month)) continue;
      await this.unit.read('select ensure_answer_partition($1::date)', [month]);
      this.known.add(month);
    }
  }
}
