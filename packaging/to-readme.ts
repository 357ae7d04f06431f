import { posix } from 'node:path';

const AFTERWORD = '\nWhat stands in parentheses with a path is a file of the repository.\n';

/** A page as it stands in a package: what links out of the package becomes text with the path in the repository. */
export function toReadme(folder: string, text: string, isInPackage: (path: string) => boolean): string {
  let hasLeft = false;
  const readme = text.replaceAll(
    /\[([^\]]+)\]\(([^)\s]+)\)/g,
    (link: string, label: string, target: string) => {
      const [path = ''] = target.split('#');
      if (path === '' || /^[a-z]+:/.test(path) || isInPackage(path)) return link;
      hasLeft = true;
      const inRepository = posix.join(folder, path);
      return label === inRepository ? label : `${label} (\`${inRepository}\`)`;
    },
  );
  return hasLeft ? readme + AFTERWORD : readme;
}
