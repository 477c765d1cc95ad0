using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Wavetank.AspNetCore.Tests.Grpc;

/// <summary>
/// Deadlines of calls in simulated time. gRPC measures its own by the real clock, at both ends, so that this one never gets to it: the call is
/// cancelled when its time has come, and ends as calls do that are late.
/// </summary>
internal sealed class SimulatedDeadlines(TimeProvider time) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var deadline = new Deadline(context.Options, time);
        AsyncUnaryCall<TResponse> call = continuation(request, new(context.Method, context.Host, deadline.Options));
        return new(deadline.WaitAsync(call.ResponseAsync, endsCall: true), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var deadline = new Deadline(context.Options, time);
        AsyncServerStreamingCall<TResponse> call = continuation(request, new(context.Method, context.Host, deadline.Options));
        return new(new Reader<TResponse>(call.ResponseStream, deadline), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private sealed class Deadline : IDisposable
    {
        private readonly CancellationToken _callers;
        private readonly CancellationTokenSource? _time;
        private readonly CancellationTokenSource? _either;

        public Deadline(CallOptions options, TimeProvider time)
        {
            _callers = options.CancellationToken;
            Options = options;
            if (options.Deadline is { } at)
            {
                TimeSpan left = at - time.GetUtcNow().UtcDateTime;
                _time = new CancellationTokenSource(left < TimeSpan.Zero ? TimeSpan.Zero : left, time);
                _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, _callers);
                Options = new CallOptions(options.Headers, null, _either.Token, options.WriteOptions, options.PropagationToken, options.Credentials);
            }
        }

        public CallOptions Options { get; }

        public async Task<T> WaitAsync<T>(Task<T> answer, bool endsCall)
        {
            try
            {
                T result = await answer;
                if (endsCall || result is false)
                {
                    Dispose();
                }

                return result;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled && _time is { IsCancellationRequested: true } && !_callers.IsCancellationRequested)
            {
                Dispose();
                throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The call was not answered in time.", exception));
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            _either?.Dispose();
            _time?.Dispose();
        }
    }

    private sealed class Reader<T>(IAsyncStreamReader<T> inner, Deadline deadline) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => deadline.WaitAsync(inner.MoveNext(cancellationToken), endsCall: false);
    }
}
