import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns are those of the library that counts attempts. */
@Entity('rate_limits')
export class RateLimitEntity {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'rate_limits_pkey' })
  key!: string;

  @Column('integer', { default: () => '0' })
  points!: number;

  /** Milliseconds since 1970: a bigint, which the driver gives as text. */
  @Column('bigint', { nullable: true })
  expire!: string | null;
}
