namespace Wavetank.Sockets;

/// <summary>Hears what came of an echo request, shaped like <c>System.Net.NetworkInformation.PingCompletedEventHandler</c>.</summary>
/// <param name="sender">The <see cref="Ping"/>.</param>
/// <param name="e">What came of it.</param>
public delegate void PingCompletedEventHandler(object sender, PingCompletedEventArgs e);
