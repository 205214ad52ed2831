import { Column } from 'typeorm';

/** The columns of figures that cells and deltas share: answers per point of the scale, and the excess of their weights (exact, hence text). */
export abstract class RollupFigures {
  @Column('integer', { default: () => '0' }) b0!: number;
  @Column('integer', { default: () => '0' }) b1!: number;
  @Column('integer', { default: () => '0' }) b2!: number;
  @Column('integer', { default: () => '0' }) b3!: number;
  @Column('integer', { default: () => '0' }) b4!: number;
  @Column('integer', { default: () => '0' }) b5!: number;
  @Column('integer', { default: () => '0' }) b6!: number;
  @Column('integer', { default: () => '0' }) b7!: number;
  @Column('integer', { default: () => '0' }) b8!: number;
  @Column('integer', { default: () => '0' }) b9!: number;
  @Column('integer', { default: () => '0' }) b10!: number;
  @Column('numeric', { nullable: true }) x0!: string | null;
  @Column('numeric', { nullable: true }) x1!: string | null;
  @Column('numeric', { nullable: true }) x2!: string | null;
  @Column('numeric', { nullable: true }) x3!: string | null;
  @Column('numeric', { nullable: true }) x4!: string | null;
  @Column('numeric', { nullable: true }) x5!: string | null;
  @Column('numeric', { nullable: true }) x6!: string | null;
  @Column('numeric', { nullable: true }) x7!: string | null;
  @Column('numeric', { nullable: true }) x8!: string | null;
  @Column('numeric', { nullable: true }) x9!: string | null;
  @Column('numeric', { nullable: true }) x10!: string | null;
  @Column('numeric', { nullable: true }) xx!: string | null;
}
