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

// The same seen with a person's eyes and ears.
Console.WriteLine();
Console.WriteLine("               voice, upwards      two minutes of video, downwards");
Console.WriteLine("preset          MOS  not heard      bitrate     start   stalls  stood still");
foreach (LinkPreset preset in LinkPresets.All)
{
    (double score, double lost) = Judged.Call(preset);
    string film = Judged.Film(preset) is { } played
        ? $"{played.Bitrate / 1000,6:0} kbit/s  {Text.Of(played.Start),8}  {played.Stalls,7:0}  {(played.Stalls > 0 ? Text.Of(played.Stalled) : "-"),11}"
        : "nothing";
    Console.WriteLine($"{preset.Name,-13}  {score,4:0.00}  {lost,7:0.0} %  {film}");
}
