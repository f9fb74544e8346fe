#pragma warning disable CA1032 // The real exception has these constructors and no others.

namespace Grpc.Core;

/// <summary>Status codes of gRPC that the durable client's back end answers with (grpc/doc/statuscodes).</summary>
public enum StatusCode
{
    OK = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    NotFound = 5,
    AlreadyExists = 6,
    Internal = 13,
}

/// <summary>Outcome of a call.</summary>
public struct Status(StatusCode statusCode, string detail)
{
    public StatusCode StatusCode { get; } = statusCode;

    public string Detail { get; } = detail;

    public override readonly string ToString() => $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}

/// <summary>
/// How the durable client of an isolated worker reports that its back end refused: the real client speaks gRPC to the Functions host,
/// and refusals arrive as this exception. Here no gRPC is involved; type, codes and occasions are the same.
/// </summary>
public class RpcException : Exception
{
    public RpcException(Status status)
        : this(status, status.ToString())
    {
    }

    public RpcException(Status status, string message)
        : base(message) => Status = status;

    public Status Status { get; }

    public StatusCode StatusCode => Status.StatusCode;
}
