import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem } from '../../lib/api';
import { useProblemWords } from '../../lib/problem-words';

/** A change whose failure is told in a corner, because it was made by one click and has no form; `special` has the words of the codes only this change can meet. */
export const useSave = <Input>(save: (input: Input) => Promise<unknown>, after: (input: Input) => unknown, special: Readonly<Record<string, string>> = {}) => {
  const words = useProblemWords();
  return useMutation({
    mutationFn: save,
    onSuccess: (_answer, input) => after(input),
    onError: (error) => {
      const { title, todo } = words(error);
      const own = error instanceof ApiProblem ? special[error.code] : undefined;
      notifications.show({ color: 'red', title: own == null ? title : null, message: own ?? todo, role: 'alert' });
    },
  });
};
