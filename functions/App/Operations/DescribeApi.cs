using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;

namespace OneVisit.Functions.Operations;

/// <summary>The API's own description, OpenAPI 3.1.</summary>
public static class DescribeApi
{
    private static readonly Lazy<string> Document = new(() => OpenApiDocument.Write(Operation.All));

    [Function(nameof(DescribeApi))]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OpenApi)] HttpRequest request) =>
        new ContentResult { Content = Document.Value, ContentType = "application/json; charset=utf-8", StatusCode = StatusCodes.Status200OK };
}
