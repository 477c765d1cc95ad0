using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Wavetank.Devices;

namespace Wavetank.AspNetCore.Security;

/// <summary>
/// The certificate authority of the simulation. It makes a certificate for whatever name a client asks for, and the clients of simulated
/// hosts trust it. Its key is made anew in each process and leaves it never.
/// </summary>
/// <remarks>
/// RSA, as its keys and signatures have one size. Those of elliptic curves in ASN.1 are some bytes shorter or longer by chance, and a
/// handshake would differ from run to run.
/// </remarks>
public static class SimulatedCertificates
{
    private const int KeyBits = 2048;

    // Chains are checked by the real clock.
    private static readonly DateTimeOffset From = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<RSA> Key = new(() => RSA.Create(KeyBits));
    private static readonly Lazy<X509Certificate2> Root = new(MakeAuthority);
    private static readonly ConcurrentDictionary<string, X509Certificate2> ByNames = new();

    /// <summary>The authority's certificate, for clients that have to be told whom to trust. It has no private key.</summary>
    public static X509Certificate2 Authority => X509CertificateLoader.LoadCertificate(Root.Value.RawData);

    /// <summary>A certificate, with its key, for a host: for its name and its addresses, and for the name that a client asks for.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">The name; null where the client asks for none, as for an address.</param>
    public static X509Certificate2 For(Host host, string? name)
    {
        ArgumentNullException.ThrowIfNull(host);
        string[] names = [.. new[] { name ?? host.Name, host.Name, "localhost" }.Distinct(StringComparer.OrdinalIgnoreCase)];
        IPAddress[] addresses = [IPAddress.Loopback, IPAddress.IPv6Loopback, .. host.Addresses];
        return ByNames.GetOrAdd(string.Join(',', [.. names, .. addresses.Select(address => address.ToString())]), _ => Make(names, addresses));
    }

    private static X509Certificate2 MakeAuthority()
    {
        var request = new CertificateRequest("CN=Wavetank simulated authority", Key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(From, Until);
    }

    private static X509Certificate2 Make(string[] names, IPAddress[] addresses)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (string name in names)
        {
            alternatives.AddDnsName(name);
        }

        foreach (IPAddress address in addresses)
        {
            alternatives.AddIpAddress(address);
        }

        var request = new CertificateRequest("CN=Wavetank simulated host", Key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        byte[] serialNumber = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(',', names)))[..8];
        serialNumber[0] = 1;
        using X509Certificate2 made = request.Create(Root.Value, From, Until, serialNumber);
        return made.CopyWithPrivateKey(Key.Value);
    }
}
