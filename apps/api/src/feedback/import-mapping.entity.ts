import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('import_mappings')
@ForeignKey('journeys', ['workspaceId', 'journeyId'], ['workspaceId', 'id'], { name: 'import_mappings_journey_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('surveys', ['workspaceId', 'surveyId'], ['workspaceId', 'id'], { name: 'import_mappings_survey_id_fkey', onDelete: 'CASCADE' })
@Unique('import_mappings_name_key', ['workspaceId', 'name', 'journeyId'])
export class ImportMappingEntity {
  @ForeignKey('workspaces', { name: 'import_mappings_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'import_mappings_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_mappings_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'journey_id', nullable: true })
  journeyId!: string | null;

  @Column('uuid', { name: 'survey_id', nullable: true })
  surveyId!: string | null;

  @Column('jsonb')
  mapping!: Record<string, unknown>;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
