namespace SocketSuite;

// Every test of a class below on sockets of IPv4.

public sealed class AcceptOverIPv4() : AcceptTests(IpFamily.IPv4);

public sealed class BindOverIPv4() : BindTests(IpFamily.IPv4);

public sealed class CancellationOverIPv4() : CancellationTests(IpFamily.IPv4);

public sealed class CloseOverIPv4() : CloseTests(IpFamily.IPv4);

public sealed class ConnectOverIPv4() : ConnectTests(IpFamily.IPv4);

public sealed class DatagramOverIPv4() : DatagramTests(IpFamily.IPv4);

public sealed class DisposalOverIPv4() : DisposalTests(IpFamily.IPv4);

public sealed class ErrorOverIPv4() : ErrorTests(IpFamily.IPv4);

public sealed class HalfCloseOverIPv4() : HalfCloseTests(IpFamily.IPv4);

public sealed class NetworkStreamOverIPv4() : NetworkStreamTests(IpFamily.IPv4);

public sealed class NonBlockingOverIPv4() : NonBlockingTests(IpFamily.IPv4);

public sealed class OptionOverIPv4() : OptionTests(IpFamily.IPv4);

public sealed class PollOverIPv4() : PollTests(IpFamily.IPv4);

public sealed class SendReceiveOverIPv4() : SendReceiveTests(IpFamily.IPv4);

public sealed class TcpClientOverIPv4() : TcpClientTests(IpFamily.IPv4);

public sealed class TcpListenerOverIPv4() : TcpListenerTests(IpFamily.IPv4);

public sealed class TimeoutOverIPv4() : TimeoutTests(IpFamily.IPv4);

public sealed class UdpClientOverIPv4() : UdpClientTests(IpFamily.IPv4);

public sealed class RawOptionOverIPv4() : RawOptionTests(IpFamily.IPv4);

public sealed class EventArgsConnectionOverIPv4() : EventArgsConnectionTests(IpFamily.IPv4);

public sealed class EventArgsTransferOverIPv4() : EventArgsTransferTests(IpFamily.IPv4);

public sealed class EventArgsDatagramOverIPv4() : EventArgsDatagramTests(IpFamily.IPv4);

public sealed class BeginEndOverIPv4() : BeginEndTests(IpFamily.IPv4);

public sealed class BeginEndDatagramOverIPv4() : BeginEndDatagramTests(IpFamily.IPv4);

public sealed class SendFileOverIPv4() : SendFileTests(IpFamily.IPv4);

public sealed class BeginEndClientOverIPv4() : BeginEndClientTests(IpFamily.IPv4);

public sealed class HandleOverIPv4() : HandleTests(IpFamily.IPv4);

public sealed class OptionValueOverIPv4() : OptionValueTests(IpFamily.IPv4);

public sealed class OptionBytesOverIPv4() : OptionBytesTests(IpFamily.IPv4);

public sealed class OptionEffectOverIPv4() : OptionEffectTests(IpFamily.IPv4);

public sealed class OverloadOverIPv4() : OverloadTests(IpFamily.IPv4);

public sealed class AsyncOverloadOverIPv4() : AsyncOverloadTests(IpFamily.IPv4);

public sealed class ClientOverloadOverIPv4() : ClientOverloadTests(IpFamily.IPv4);
