import type { NoticeParams } from '@afferent/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('import_rejections')
@ForeignKey('imports', ['workspaceId', 'importId'], ['workspaceId', 'id'], { name: 'import_rejections_import_id_fkey', onDelete: 'CASCADE' })
export class ImportRejectionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'import_rejections_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_rejections_pkey' })
  importId!: string;

  /** A bigint, which the driver gives as text. */
  @PrimaryColumn('bigint', { name: 'row_number', primaryKeyConstraintName: 'import_rejections_pkey' })
  rowNumber!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_rejections_pkey' })
  place!: number;

  @Column('text', { name: 'column_name', nullable: true })
  columnName!: string | null;

  @Column('text')
  code!: string;

  @Column('jsonb', { default: () => `'{}'` })
  params!: NoticeParams;

  @Column('text', { nullable: true })
  value!: string | null;
}
