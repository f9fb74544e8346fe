using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace OneVisit.Local.FunctionsWorker.Tests;

public static class AnswerFunctions
{
    private static readonly byte[] Bytes = [1, 2, 3];

    [Function("Answer")]
    public static IActionResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/{kind}")] HttpRequest request, string kind) => kind switch
    {
        "object" => new OkObjectResult(new Greeting("a", 1)),
        "json" => new JsonResult(new Greeting("a", 1)) { StatusCode = 202 },
        "nothing" => new NoContentResult(),
        "problem" => new ObjectResult(new ProblemDetails { Title = "No", Status = 422 }) { StatusCode = 422, ContentTypes = { "application/problem+json" } },
        "created" => new CreatedResult("/api/answer/object", new Greeting("a", 1)),
        "elsewhere" => new RedirectResult("/api/answer/object"),
        "bytes" => new FileContentResult(Bytes, "application/pdf") { FileDownloadName = "a.pdf" },
        "stream" => new FileStreamResult(new MemoryStream(Bytes), "image/png") { EnableRangeProcessing = true },
        "bad" => new BadRequestResult(),
        _ => new NotFoundObjectResult(kind),
    };

    [Function("Silent")]
    public static void Silent([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
    }

    [Function("Written")]
    public static async Task Written([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.StatusCode = 418;
        await request.HttpContext.Response.WriteAsync("by hand");
    }

    [Function("Breaks")]
    public static async Task Breaks([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("half");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException();
    }
}

public sealed class HttpAnswerTests
{
    [Theory]
    [InlineData("answer/object", 200, "application/json; charset=utf-8", """{"name":"a","times":1}""")]
    [InlineData("answer/json", 202, "application/json; charset=utf-8", """{"name":"a","times":1}""")]
    [InlineData("answer/nothing", 204, null, "")]
    [InlineData("answer/problem", 422, "application/problem+json; charset=utf-8", """{"title":"No","status":422}""")]
    [InlineData("answer/created", 201, "application/json; charset=utf-8", """{"name":"a","times":1}""")]
    [InlineData("answer/elsewhere", 302, null, "")]
    [InlineData("answer/bytes", 200, "application/pdf", "\u0001\u0002\u0003")]
    [InlineData("answer/stream", 200, "image/png", "\u0001\u0002\u0003")]
    [InlineData("answer/bad", 400, null, "")]
    [InlineData("answer/other", 404, "text/plain; charset=utf-8", "other")]
    [InlineData("Silent", 200, null, "")]
    [InlineData("Written", 418, null, "by hand")]
    public async Task Each_kind_of_result_is_written_as_in_mvc(string path, int status, string? type, string body)
    {
        await using var running = await Running.StartAsync(typeof(AnswerFunctions));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = running.Http.BaseAddress };

        using var answer = await http.GetAsync($"api/{path}");

        Assert.Equal((status, type, body), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Part_of_a_file_may_be_asked_for()
    {
        await using var running = await Running.StartAsync(typeof(AnswerFunctions));
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/answer/stream") { Headers = { Range = new(1, 1) } };

        using var answer = await running.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.PartialContent, "\u0002"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_fault_after_half_an_answer_ends_the_connection()
    {
        await using var running = await Running.StartAsync(typeof(AnswerFunctions));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => running.Http.GetStringAsync("api/Breaks"));
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("""{"name":"a","times":"many"}""", "application/json")]
    [InlineData("""{"name":"a","times":1}""", "text/plain")]
    public async Task A_body_that_is_not_what_the_parameter_asks_for_is_a_500_as_in_the_real_worker(string body, string type)
    {
        await using var running = await Running.StartAsync(typeof(HttpFunctions));

        using var answer = await running.Http.PostAsync("api/echo", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_arrives_whole()
    {
        await using var running = await Running.StartAsync(typeof(HttpFunctions));

        using var answer = await running.Http.PostAsync("api/Length", new ByteArrayContent(new byte[10 * 1024 * 1024]));

        Assert.Equal("10485760", await answer.Content.ReadAsStringAsync());
    }
}
