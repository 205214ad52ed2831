import { ActionIcon, Menu } from '@mantine/core';
import { JOURNEY_LIMITS, type Stage } from '@afferent/domain';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconArrowLeft, IconArrowRight, IconDots, IconPencil, IconPlus, IconTrash } from '../../../ui/icons';
import { shiftStage } from '../editing/commands';
import styles from './grid.module.css';
import { InlineInput } from './inline-input';
import { useMap } from './map-context';
import { MiniStrip } from './mini-strip';
import { ResizeHandle } from './resize-handle';

interface StageHeadProps {
  stage: Stage;
  column: number;
  colours: readonly (string | null)[];
  width: number;
  isRenaming: boolean;
  onResize: (stageId: string, width: number) => void;
}

/** A column's head: the name, its touchpoints as tiles, and what can be done with the stage. */
const StageHeadOf = ({ stage, column, colours, width, isRenaming, onResize }: StageHeadProps) => {
  const { t } = useTranslation('journeys');
  const { canEdit, commands, setRenaming, setDraft } = useMap();
  return (
    <div role="columnheader" aria-colindex={column + 2} tabIndex={-1} className={styles.stageHead} data-stage={stage.id} data-stick="top">
      {isRenaming ? (
        <InlineInput
          label={t('editing.stageName')}
          value={stage.name}
          max={JOURNEY_LIMITS.name}
          onCancel={() => setRenaming(null)}
          onCommit={(name) => {
            commands.perform(() => ({ type: 'renameStage', stageId: stage.id, name }));
            setRenaming(null);
          }}
        />
      ) : <span className={styles.stageName}>{stage.name}</span>}
      {colours.length === 0 ? null : <MiniStrip colours={colours} label={t('map.stageStrip', { count: colours.length })} />}
      {canEdit ? (
        <Menu>
          <Menu.Target><ActionIcon size={24} className={styles.menuButton} aria-label={t('editing.stageMenu', { name: stage.name })}><IconDots size={14} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setRenaming({ kind: 'stage', id: stage.id })}>{t('editing.rename')}</Menu.Item>
            <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDraft({ kind: 'stage', afterId: stage.id })}>{t('editing.addStageAfter')}</Menu.Item>
            <Menu.Item leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={() => commands.perform((document) => shiftStage(document, stage.id, 'left'))}>{t('editing.moveLeft')}</Menu.Item>
            <Menu.Item leftSection={<IconArrowRight size={14} aria-hidden />} onClick={() => commands.perform((document) => shiftStage(document, stage.id, 'right'))}>{t('editing.moveRight')}</Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => commands.perform(() => ({ type: 'removeStage', stageId: stage.id }))}>{t('editing.removeStage')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <ResizeHandle label={t('map.stageWidth', { name: stage.name })} size={width} min={120} max={640} side="end" onResize={(next) => onResize(stage.id, next)} />
    </div>
  );
};

export const StageHead = memo(StageHeadOf, ({ colours: before, ...was }, { colours: after, ...is }) =>
  before.join() === after.join() && was.stage === is.stage && was.column === is.column && was.width === is.width && was.isRenaming === is.isRenaming && was.onResize === is.onResize);
StageHead.displayName = 'StageHead';
