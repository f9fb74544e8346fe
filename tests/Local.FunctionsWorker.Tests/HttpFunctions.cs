using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed record Greeting(string Name, int Times);

public sealed class HttpFunctions(IServiceProvider services)
{
    [Function("Greet")]
    public IActionResult Greet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}/{times:int}")] HttpRequest request, string name, int times) =>
        new OkObjectResult(new Greeting(name, times));

    [Function("Echo")]
    public static Task<IActionResult> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo")] HttpRequest request, [FromBody] Greeting greeting) =>
        Task.FromResult<IActionResult>(new OkObjectResult(greeting));

    [Function("Plain")]
    public static IResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context, CancellationToken cancellation) =>
        Results.Text($"{context.FunctionDefinition.Name} {context.GetHttpContext()?.Request.Path} {cancellation.CanBeCanceled}");

    [Function("Fails")]
    public static IActionResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("the secret word");

    [Function("Keyed")]
    public static IActionResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new OkResult();

    [Function("Master")]
    public static IActionResult Master([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => new OkResult();

    [Function("Length")]
    public static async Task<IActionResult> Length([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return new OkObjectResult(bytes.Length);
    }

    [Function("SameScope")]
    public IActionResult SameScope([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        new OkObjectResult(ReferenceEquals(services, context.InstanceServices) || ReferenceEquals(request.HttpContext.RequestServices, context.InstanceServices));
}
