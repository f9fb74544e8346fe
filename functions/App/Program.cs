using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using OneVisit.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
BackOffice.Configure(builder);
builder.Build().Run();
