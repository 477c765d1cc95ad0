using Wavetank.Sockets.Names.Messages;
using Wavetank.Stack.Names;

namespace Wavetank.Sockets.Names;

/// <summary>What a fault makes of the answers of the calling program, where it is a name server.</summary>
/// <param name="Code">The code that it answers with; null where it is silent.</param>
internal readonly record struct ServingFault(DnsResponseCode? Code)
{
    /// <summary>The fault of the calling program's host; null where there is none.</summary>
    public static ServingFault? Now => ProgramContext.RequireStack("name server").NameServingIfSet?.Failure switch
    {
        null => null,
        NameServerFailure.ServerFailure => new ServingFault(DnsResponseCode.ServerFailure),
        NameServerFailure.Refused => new ServingFault(DnsResponseCode.Refused),
        _ => new ServingFault(null),
    };
}
