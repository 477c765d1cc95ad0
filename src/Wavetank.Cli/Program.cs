using System.Text;
using Wavetank.Cli;
using Wavetank.Cli.Output;

// Names, units and tables are UTF-8, whatever the machine's locale says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interruption = Interruption.OfThisProcess();
return new WavetankCommand(Terminal.OfThisProcess(), interruption).Run(args);
