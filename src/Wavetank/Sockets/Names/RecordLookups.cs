using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Sockets.Names;

/// <summary>Look-ups of records other than addresses, as res_search gives them to a program.</summary>
internal static class RecordLookups
{
    /// <summary>Asks the calling program's host for the records of a name.</summary>
    public static async Task<ResolverStatus> ResolveAsync(string hostName, DnsType type)
    {
        if (Resolver.Of(ProgramContext.RequireStack("name look-up")) is not { } resolver || !DnsName.TryParse(hostName, out DnsName? name))
        {
            // The host table has addresses only.
            return ResolverStatus.TryAgain;
        }

        ResolverAnswer answer = await LookupOperation<ResolverAnswer>.Start(
            resolver.Stack.Simulator, end => resolver.ResolveAsync(name!, type, end)).AsValueTask();
        return answer.Status;
    }
}
