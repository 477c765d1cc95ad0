using System.Globalization;
using Wavetank.Examples;
using Wavetank.Links.Presets;

// The same three programs under every preset: an echo, a download of 1 MB, and one side of a phone call.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine("                     echo over TCP    download of 1 MB     voice, upwards");
Console.WriteLine("preset              p50       p99     time     Mbit/s     lost  p50       p99");
foreach (LinkPreset preset in LinkPresets.All)
{
    double[] echo = Echo.Measure(preset);
    double download = Download.Measure(preset);
    (double lost, double[] delays) = Voice.Measure(preset);
    Console.WriteLine(
        $"{preset.Name,-13}  {Text.Of(echo[echo.Length / 2]),8}  {Text.Of(echo[echo.Length * 99 / 100]),8}  {Text.Of(download),8}  {(download > 0 ? $"{8 / download:0.00}" : "-"),8}  "
        + $"{lost,5:0.0} %  {Text.Of(delays[delays.Length / 2]),8}  {Text.Of(delays[delays.Length * 99 / 100]),8}");
}
