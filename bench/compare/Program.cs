using Wavetank.Compare.Verbs;

return CompareCommand.Create().Parse(args).Invoke();
