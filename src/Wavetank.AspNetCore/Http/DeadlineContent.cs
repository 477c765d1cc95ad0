using System.Net;
using System.Net.Http.Headers;

namespace Wavetank.AspNetCore.Http;

/// <summary>The body of an answer. What the client itself reads of it ends at the request's deadline; what its user reads on his own does not.</summary>
internal sealed class DeadlineContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly RequestDeadline _deadline;

    public DeadlineContent(HttpContent inner, RequestDeadline deadline)
    {
        _inner = inner;
        _deadline = deadline;
        foreach (KeyValuePair<string, HeaderStringValues> header in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        bool isClients = _deadline.IsOfClient(cancellationToken);
        try
        {
            await _inner.CopyToAsync(stream, context, isClients ? _deadline.Token : cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (isClients && _deadline.HasPassed)
        {
            throw _deadline.ToException(exception);
        }
        finally
        {
            _deadline.Dispose();
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
    {
        Stream stream = await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (_deadline.IsOfClient(cancellationToken))
        {
            return new DeadlineStream(stream, _deadline);
        }

        _deadline.Dispose();
        return stream;
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
    {
        _deadline.Dispose();
        return _inner.ReadAsStream(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        long? known = _inner.Headers.ContentLength;
        length = known ?? 0;
        return known is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _deadline.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
