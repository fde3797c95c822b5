using System.Globalization;

namespace Kpr.Infra.Tests.Bicep;

/// <summary>Reads expressions of Bicep.</summary>
internal sealed class ExpressionParser(BicepTokens tokens)
{
    private static readonly string[][] Levels = [["??"], ["||"], ["&&"], ["==", "!=", "=~", "!~"], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];

    public Expression Parse()
    {
        var line = tokens.Current.Line;
        var condition = Binary(0);
        if (!tokens.TryTake("?"))
        {
            return condition;
        }

        tokens.SkipLines();
        var then = Parse();
        tokens.SkipLines();
        tokens.Take(":");
        tokens.SkipLines();
        return new ChoiceOf(condition, then, Parse(), line);
    }

    /// <summary>The value of a resource or module: an object, a condition, or a loop.</summary>
    public Expression ParseValue()
    {
        var line = tokens.Current.Line;
        if (!tokens.Current.IsName("if"))
        {
            return Parse();
        }

        tokens.Take();
        var condition = InParentheses();
        return new ConditionalOf(condition, Parse(), line);
    }

    private Expression InParentheses()
    {
        tokens.Take("(");
        var inner = Parse();
        tokens.Take(")");
        return inner;
    }

    private Expression Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (tokens.Current.Kind == TokenKind.Symbol && Levels[level].Contains(tokens.Current.Value))
        {
            var sign = tokens.Take();
            tokens.SkipLines();
            left = new BinaryOf(sign.Value, left, Binary(level + 1), sign.Line);
        }

        return left;
    }

    private Expression Unary()
    {
        var line = tokens.Current.Line;
        return tokens.TryTake("!") ? new NotOf(Unary(), line) : tokens.TryTake("-") ? new MinusOf(Unary(), line) : Suffixed(Primary());
    }

    private Expression Suffixed(Expression target)
    {
        while (true)
        {
            var line = tokens.Current.Line;
            if (tokens.TryTake("."))
            {
                target = new MemberOf(target, tokens.TakeName(), line);
            }
            else if (tokens.TryTake("["))
            {
                target = new ElementOf(target, Parse(), line);
                tokens.Take("]");
            }
            else if (!tokens.TryTake("!"))
            {
                return target;
            }
        }
    }

    private Expression Primary()
    {
        var token = tokens.Current;
        if (token.Is("("))
        {
            return InParentheses();
        }

        if (token.Is("{"))
        {
            return Object();
        }

        if (token.Is("["))
        {
            return Array();
        }

        tokens.Take();
        return token.Kind switch
        {
            TokenKind.Number => new Literal(long.Parse(token.Value, CultureInfo.InvariantCulture), token.Line),
            TokenKind.Text => Text(token),
            TokenKind.Name when token.Value is "true" or "false" => new Literal(token.Value == "true", token.Line),
            TokenKind.Name when token.Value == "null" => new Literal(null, token.Line),
            TokenKind.Name when tokens.Current.Is("(") => new CallOf(token.Value, Arguments(), token.Line),
            TokenKind.Name => new NameOf(token.Value, token.Line),
            _ => throw new BicepSyntaxException($"{tokens.File}({token.Line}): '{token.Value}' begins no expression."),
        };
    }

    private Expression Text(BicepToken token) => token.Parts!.Count == 1
        ? new Literal(token.Parts[0], token.Line)
        : new TextWithParts(
            [.. token.Parts.Select((part, i) => i % 2 == 0 ? new Literal(part, token.Line) : BicepParser.ParseExpression(part, tokens.File, token.Line))], token.Line);

    private List<Expression> Arguments()
    {
        var arguments = new List<Expression>();
        tokens.Take("(");
        tokens.SkipLines();
        while (!tokens.TryTake(")"))
        {
            arguments.Add(Parse());
            tokens.SkipLines();
            if (tokens.TryTake(","))
            {
                tokens.SkipLines();
            }
        }

        return arguments;
    }

    private ObjectOf Object()
    {
        var line = tokens.Take().Line;
        var properties = new List<(Expression, Expression)>();
        while (true)
        {
            tokens.SkipLines();
            if (tokens.TryTake("}"))
            {
                return new ObjectOf(properties, line);
            }

            var key = tokens.Current.Kind == TokenKind.Name ? new Literal(tokens.Current.Value, tokens.Take().Line) : Text(tokens.Take());
            tokens.Take(":");
            properties.Add((key, ParseValue()));
            tokens.TryTake(",");
        }
    }

    private Expression Array()
    {
        var line = tokens.Take().Line;
        if (tokens.Current.IsName("for"))
        {
            return Loop(line);
        }

        var items = new List<Expression>();
        while (true)
        {
            tokens.SkipLines();
            if (tokens.TryTake("]"))
            {
                return new ArrayOf(items, line);
            }

            items.Add(Parse());
            tokens.TryTake(",");
        }
    }

    private LoopOf Loop(int line)
    {
        tokens.Take();
        string item;
        string? index = null;
        if (tokens.TryTake("("))
        {
            item = tokens.TakeName();
            tokens.Take(",");
            index = tokens.TakeName();
            tokens.Take(")");
        }
        else
        {
            item = tokens.TakeName();
        }

        if (tokens.TakeName() != "in")
        {
            throw tokens.Fault("'in' is missing");
        }

        var source = Parse();
        tokens.Take(":");
        var body = ParseValue();
        tokens.Take("]");
        return body is ConditionalOf some
            ? new LoopOf(item, index, source, some.Condition, some.Body, line)
            : new LoopOf(item, index, source, null, body, line);
    }
}
