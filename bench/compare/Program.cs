using Wavetank.Compare.Measuring;

return args is ["run", string name, ..] ? SingleRun.Run(name, args[2..]) : 2;
