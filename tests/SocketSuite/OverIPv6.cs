namespace SocketSuite;

// Every test of a class below on sockets of IPv6.

public sealed class AcceptOverIPv6() : AcceptTests(IpFamily.IPv6);

public sealed class BindOverIPv6() : BindTests(IpFamily.IPv6);

public sealed class CancellationOverIPv6() : CancellationTests(IpFamily.IPv6);

public sealed class CloseOverIPv6() : CloseTests(IpFamily.IPv6);

public sealed class ConnectOverIPv6() : ConnectTests(IpFamily.IPv6);

public sealed class DatagramOverIPv6() : DatagramTests(IpFamily.IPv6);

public sealed class DisposalOverIPv6() : DisposalTests(IpFamily.IPv6);

public sealed class ErrorOverIPv6() : ErrorTests(IpFamily.IPv6);

public sealed class HalfCloseOverIPv6() : HalfCloseTests(IpFamily.IPv6);

public sealed class NetworkStreamOverIPv6() : NetworkStreamTests(IpFamily.IPv6);

public sealed class NonBlockingOverIPv6() : NonBlockingTests(IpFamily.IPv6);

public sealed class OptionOverIPv6() : OptionTests(IpFamily.IPv6);

public sealed class PollOverIPv6() : PollTests(IpFamily.IPv6);

public sealed class SendReceiveOverIPv6() : SendReceiveTests(IpFamily.IPv6);

public sealed class TcpClientOverIPv6() : TcpClientTests(IpFamily.IPv6);

public sealed class TcpListenerOverIPv6() : TcpListenerTests(IpFamily.IPv6);

public sealed class TimeoutOverIPv6() : TimeoutTests(IpFamily.IPv6);

public sealed class UdpClientOverIPv6() : UdpClientTests(IpFamily.IPv6);

public sealed class RawOptionOverIPv6() : RawOptionTests(IpFamily.IPv6);

public sealed class EventArgsConnectionOverIPv6() : EventArgsConnectionTests(IpFamily.IPv6);

public sealed class EventArgsTransferOverIPv6() : EventArgsTransferTests(IpFamily.IPv6);

public sealed class EventArgsDatagramOverIPv6() : EventArgsDatagramTests(IpFamily.IPv6);

public sealed class BeginEndOverIPv6() : BeginEndTests(IpFamily.IPv6);

public sealed class BeginEndDatagramOverIPv6() : BeginEndDatagramTests(IpFamily.IPv6);

public sealed class SendFileOverIPv6() : SendFileTests(IpFamily.IPv6);

public sealed class BeginEndClientOverIPv6() : BeginEndClientTests(IpFamily.IPv6);

public sealed class HandleOverIPv6() : HandleTests(IpFamily.IPv6);

public sealed class OptionValueOverIPv6() : OptionValueTests(IpFamily.IPv6);

public sealed class OptionBytesOverIPv6() : OptionBytesTests(IpFamily.IPv6);

public sealed class OptionEffectOverIPv6() : OptionEffectTests(IpFamily.IPv6);

public sealed class OverloadOverIPv6() : OverloadTests(IpFamily.IPv6);

public sealed class AsyncOverloadOverIPv6() : AsyncOverloadTests(IpFamily.IPv6);

public sealed class ClientOverloadOverIPv6() : ClientOverloadTests(IpFamily.IPv6);
