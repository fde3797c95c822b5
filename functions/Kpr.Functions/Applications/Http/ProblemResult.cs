using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>A problem as RFC 9457 has it (application/problem+json), with its number, both languages and what it is about.</summary>
public sealed class ProblemResult : ActionResult
{
    private readonly JsonObject _body;
    private readonly int _status;

    private ProblemResult(int number, int status, string norwegian, string english)
    {
        _status = status;
        _body = new JsonObject
        {
            ["type"] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"urn:kpr:problem:{number}"),
            ["title"] = norwegian,
            ["status"] = status,
            ["number"] = number,
            ["english"] = english,
        };
    }

    /// <summary>A problem of the request.</summary>
    public static ProblemResult Of(Problem problem, string? about = null)
    {
        var result = new ProblemResult(problem.Number, problem.Status, problem.Norwegian, problem.English);
        if (about is not null)
        {
            result._body["about"] = new JsonArray(about);
        }

        return result;
    }

    /// <summary>A refusal by a rule.</summary>
    public static ProblemResult Of(Refusal refusal)
    {
        var result = new ProblemResult(refusal.Number, Problems.StatusOf(refusal), refusal.Norwegian, refusal.English);
        result._body["source"] = refusal.Source;
        if (refusal.About.Count > 0)
        {
            result._body["about"] = new JsonArray([.. refusal.About.Select(about => JsonValue.Create(about))]);
        }

        return result;
    }

    /// <summary>The same with what the case is now.</summary>
    public ProblemResult With(string name, object value)
    {
        _body[name] = JsonNode.Parse(HttpJson.Bytes(value));
        return this;
    }

    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = _status;
        response.ContentType = "application/problem+json";
        HttpJson.Guard(response);
        if (_status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        return response.Body.WriteAsync(HttpJson.Bytes(_body), context.HttpContext.RequestAborted).AsTask();
    }
}
