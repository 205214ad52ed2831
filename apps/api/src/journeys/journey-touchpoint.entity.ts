import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('journey_touchpoints')
@ForeignKey('journeys', ['workspaceId', 'journeyId'], ['workspaceId', 'id'], { name: 'journey_touchpoints_journey_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('touchpoints', ['workspaceId', 'touchpointId'], ['workspaceId', 'id'], { name: 'journey_touchpoints_touchpoint_id_fkey' })
@Index('journey_touchpoints_touchpoint_id_idx', ['workspaceId', 'touchpointId'])
export class JourneyTouchpointEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'journey_touchpoints_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'journey_id', primaryKeyConstraintName: 'journey_touchpoints_pkey' })
  journeyId!: string;

  @PrimaryColumn('uuid', { name: 'touchpoint_id', primaryKeyConstraintName: 'journey_touchpoints_pkey' })
  touchpointId!: string;

  @Column('uuid', { name: 'stage_id' })
  stageId!: string;

  @Column('uuid', { name: 'card_id' })
  cardId!: string;

  @Column('integer')
  position!: number;
}
