import tseslint from "typescript-eslint";

/** Who may import whom: every folder lists the folders it may reach; anything else is an error. */
const MAY_IMPORT = {
  domain: [],
  schema: ["domain"],
  platform: ["schema"],
  records: ["domain", "schema", "platform"],
  templates: ["domain"],
  workflows: [],
  "workflow-client": ["domain", "schema", "platform"],
  activities: ["domain", "schema", "platform", "records", "templates", "workflow-client"],
  api: ["domain", "schema", "platform", "records", "workflow-client"],
  web: ["domain", "api"],
  demo: ["domain", "schema", "platform", "records", "api"],
};
const FOLDERS = Object.keys(MAY_IMPORT);

function borders(folder) {
  const forbidden = FOLDERS.filter((each) => each !== folder && !MAY_IMPORT[folder].includes(each));
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: forbidden.map((each) => ({
            regex: `^(\\.\\./)+${each}/${SENDS_MESSAGES.includes(folder) && each === "workflows" ? "(?!messages\\.ts$)" : ""}`,
            allowTypeImports: TYPE_ONLY[folder]?.includes(each) ?? false,
            message: `${folder}/ must not import ${each}/: see docs/architecture.md`,
          })),
        },
      ],
    },
  };
}

/** Folders that talk to workflows, and so may know the names of their messages. */
const SENDS_MESSAGES = ["workflow-client", "activities", "api"];

/** Folders whose types alone may be imported. */
const TYPE_ONLY = { workflows: ["activities"], templates: [], platform: ["domain"] };

export default tseslint.config(
  { ignores: ["node_modules/", ".mingdan/", "schema/migrations/", "eslint.config.js"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      // Objects here are made of closures; functions are not taken off the few classes that there are.
      "@typescript-eslint/unbound-method": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  ...FOLDERS.map(borders),
  {
    files: ["domain/**/*.ts"],
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "setInterval", "Buffer"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "the moment is an argument",
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "the moment is an argument",
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "no chance in the law",
        },
      ],
    },
  },
  {
    files: ["workflows/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^node:", message: "workflow code is replayed: no I/O" }] },
      ],
    },
  },
  {
    // The one place that reads the machine's time, and tests, which make moments of their own.
    files: [
      "activities/**/*.ts",
      "api/**/*.ts",
      "records/**/*.ts",
      "web/**/*.{ts,tsx}",
      "templates/**/*.ts",
      "demo/**/*.ts",
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "time comes from platform/clock.ts",
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "time comes from platform/clock.ts",
        },
      ],
    },
  },
  {
    // Processes are put together in these files: they alone may reach across.
    files: ["api/server.ts", "api/open-app.ts", "activities/create-workers.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": "off" },
  },
  {
    files: ["tests/**/*.{ts,tsx}", "bench/**/*.ts", "tools/**/*.ts"],
    rules: {
      // Matchers such as expect.any() are untyped.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "max-lines-per-function": "off",
      "max-lines": ["error", { max: 450, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The pages' own script is plain JavaScript for old browsers.
    files: ["web/assets/*.js"],
    ...tseslint.configs.disableTypeChecked,
  },
);
